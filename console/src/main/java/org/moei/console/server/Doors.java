package org.moei.console.server;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.moei.base.ProblemException;
import org.moei.console.signin.Door;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Account;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Passkeys;
import org.moei.foundation.access.SessionRules;
import org.moei.foundation.access.Viewer;

/** The door of the wings that this process serves; an account stands in one of them. */
final class Doors implements Door {
    private final List<WingFoundation> wings;
    private final SessionRules rules;
    private final boolean rehearsal;

    Doors(List<WingFoundation> wings, boolean rehearsal) {
        this.wings = List.copyOf(wings);
        this.rules = SessionRules.of(rehearsal);
        this.rehearsal = rehearsal;
    }

    WingFoundation of(Viewer viewer) {
        return wings.stream().filter(wing -> wing.wing() == viewer.wing()).findFirst().orElseThrow(Authoriser::denied);
    }

    @Override
    public Answer byPassword(String name, String password) {
        // One hash is computed in any case: in the wing that has the name, or in the first.
        WingFoundation asked = wings.stream().filter(wing -> wing.accounts().exists(name)).findFirst().orElseGet(wings::getFirst);
        Optional<Viewer> found = asked.accounts().check(name, password);
        if (found.isEmpty()) {
            wings.forEach(wing -> wing.accessLog().event("sign-in", "failed"));
            return new Answer.Refused();
        }
        return afterFirst(asked, found.get());
    }

    @Override
    public Answer byProvider(String name, String agency, boolean strong) {
        for (WingFoundation wing : wings) {
            Optional<Viewer> viewer = wing.accounts().find(name).filter(a -> !a.shut() && !a.waits()).map(Account::viewer).filter(v -> v.agency().equals(agency));
            if (viewer.isPresent()) {
                return strong ? new Answer.Open(viewer.get()) : afterFirst(wing, viewer.get());
            }
        }
        wings.forEach(wing -> wing.accessLog().event("sign-in-provider", "failed"));
        return new Answer.Refused();
    }

    private Answer afterFirst(WingFoundation wing, Viewer viewer) {
        if (wing.secondFactors().has(viewer.account())) {
            return new Answer.CodeNeeded(viewer);
        }
        if (!viewer.role().needsSecondFactor() || rehearsal) {
            return new Answer.Open(viewer);
        }
        if (!wing.passkeys().list(viewer.account()).isEmpty()) {
            // Who has a passkey and no app comes in by the passkey: a first factor alone must not set an app up beside it.
            wing.accessLog().event("sign-in", "failed");
            return new Answer.Refused();
        }
        return new Answer.MustEnrol(viewer);
    }

    @Override
    public boolean byCode(Viewer viewer, String code) {
        WingFoundation wing = of(viewer);
        boolean open = wing.accounts().isOpen(viewer.account());
        if (open && wing.secondFactors().accept(viewer.account(), code)) {
            return true;
        }
        if (open) {
            wing.accounts().fail(viewer.account());
        }
        wing.accessLog().event("sign-in-code", "failed");
        return false;
    }

    @Override
    public Optional<Passkeys.Passkey> findPasskey(byte[] id) {
        return wings.stream().flatMap(wing -> wing.passkeys().find(id).stream()).findFirst();
    }

    @Override
    public Optional<Viewer> byPasskey(Passkeys.Passkey passkey, OptionalLong uses) {
        for (WingFoundation wing : wings) {
            Optional<Account> account = wing.accounts().find(passkey.account()).filter(a -> !a.shut() && !a.waits());
            if (uses.isPresent() && account.isPresent() && wing.passkeys().use(passkey, uses.getAsLong())) {
                return account.map(Account::viewer);
            }
        }
        wings.forEach(wing -> wing.accessLog().event("sign-in-passkey", "failed"));
        return Optional.empty();
    }

    @Override
    public byte[] propose() {
        return wings.getFirst().secondFactors().propose();
    }

    @Override
    public Optional<List<String>> enrol(Viewer viewer, byte[] secret, String code) {
        WingFoundation wing = of(viewer);
        // Between the two steps somebody else may have set an app up: the first stands.
        if (wing.secondFactors().has(viewer.account()) || !wing.passkeys().list(viewer.account()).isEmpty() || !wing.accounts().isOpen(viewer.account())) {
            return Optional.empty();
        }
        Optional<List<String>> paper = wing.secondFactors().enrol(viewer.account(), secret, code);
        if (paper.isEmpty()) {
            wing.accounts().fail(viewer.account());
        }
        return paper;
    }

    @Override
    public boolean mustChoose(Viewer viewer) {
        return of(viewer).accounts().mustChoose(viewer.account());
    }

    @Override
    public Optional<String> choose(Viewer viewer, String fresh) {
        try {
            return of(viewer).accounts().choose(viewer.account(), fresh) ? Optional.empty() : Optional.of("wrong");
        } catch (ProblemException refused) {
            return Optional.of(refused.problem().code());
        }
    }

    @Override
    public void begin(UUID session, Viewer viewer, String way, String device) {
        WingFoundation wing = of(viewer);
        wing.accounts().forgive(viewer.account());
        wing.sessions().begin(session, viewer.account(), way, device, rules);
        wing.accessLog().read(viewer, "sign-in", List.of());
    }

    @Override
    public boolean stands(UUID session, Viewer viewer) {
        return of(viewer).sessions().stands(session, viewer, rules);
    }

    @Override
    public void end(UUID session, Viewer viewer) {
        of(viewer).sessions().end(viewer.account(), session, "sign-out");
        of(viewer).accessLog().read(viewer, "sign-out", List.of());
    }
}
