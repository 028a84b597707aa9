package org.moei.console.server;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.moei.console.signin.Door;
import org.moei.foundation.access.Passkeys;
import org.moei.foundation.access.Viewer;

/** The door of the sample house: whoever says the name twice is in. */
final class SampleDoor implements Door {
    private final Set<UUID> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public Answer byPassword(String name, String password) {
        Viewer viewer = name.equals(password) ? SampleHouse.VIEWERS.get(name) : null;
        return viewer == null ? new Answer.Refused() : new Answer.Open(viewer);
    }

    @Override
    public Answer byProvider(String name, String agency, boolean strong) {
        return new Answer.Refused();
    }

    @Override
    public boolean byCode(Viewer viewer, String code) {
        return false;
    }

    @Override
    public Optional<Passkeys.Passkey> findPasskey(byte[] id) {
        return Optional.empty();
    }

    @Override
    public Optional<Viewer> byPasskey(Passkeys.Passkey passkey, OptionalLong uses) {
        return Optional.empty();
    }

    @Override
    public byte[] propose() {
        return new byte[] {1};
    }

    @Override
    public Optional<List<String>> enrol(Viewer viewer, byte[] secret, String code) {
        return Optional.empty();
    }

    @Override
    public boolean mustChoose(Viewer viewer) {
        return false;
    }

    @Override
    public Optional<String> choose(Viewer viewer, String fresh) {
        return Optional.of("wrong");
    }

    @Override
    public void begin(UUID session, Viewer viewer, String way, String device) {
        sessions.add(session);
    }

    @Override
    public boolean stands(UUID session, Viewer viewer) {
        return sessions.contains(session);
    }

    @Override
    public void end(UUID session, Viewer viewer) {
        sessions.remove(session);
    }
}
