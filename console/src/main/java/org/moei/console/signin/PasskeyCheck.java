package org.moei.console.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.moei.foundation.access.Passkeys;

/**
 * Whether an authenticator's answer is one to our question: challenge, origin, name of the site, presence and knowledge of
 * its owner, signature, count (WebAuthn Level 3, sections 7.1 and 7.2).
 */
final class PasskeyCheck {
    /** ES256, EdDSA, RS256: what authenticators in use can do. */
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final Site site;

    PasskeyCheck(Site site) {
        this.site = site;
    }

    /** A passkey that an authenticator made. */
    record Made(byte[] id, byte[] credential, long uses, boolean backup) {}

    private ServerProperty property(byte[] challenge, int port) {
        return new ServerProperty(Set.of(new Origin(site.origin(port))), site.name(), new DefaultChallenge(challenge));
    }

    /** Reads what an authenticator made; empty where it does not answer the challenge in every respect. */
    Optional<Made> made(byte[] challenge, int port, byte[] clientData, byte[] attestation) {
        List<PublicKeyCredentialParameters> allowed =
                ALGORITHMS.stream().map(a -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(a))).toList();
        try {
            RegistrationData data = manager.verify(new RegistrationRequest(attestation, clientData), new RegistrationParameters(property(challenge, port), allowed, true, true));
            AuthenticatorData<RegistrationExtensionAuthenticatorOutput> authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return Optional.of(new Made(credential.getCredentialId(), credentials.convert(credential), authenticator.getSignCount(), authenticator.isFlagBE()));
        } catch (VerificationException | DataConversionException e) {
            return Optional.empty();
        }
    }

    /** The authenticator's count after an answer that fits; empty where it does not fit in every respect. */
    OptionalLong used(Passkeys.Passkey passkey, byte[] challenge, int port, byte[] authenticatorData, byte[] clientData, byte[] signature) {
        try {
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(), true, passkey.backup(), null, passkey.uses(), credentials.convert(passkey.credential()), null, null, null, null);
            var data = manager.verify(
                    new AuthenticationRequest(HexFormat.of().parseHex(passkey.id()), authenticatorData, clientData, signature),
                    new AuthenticationParameters(property(challenge, port), record, null, true, true));
            return OptionalLong.of(Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
        } catch (VerificationException | DataConversionException e) {
            return OptionalLong.empty();
        }
    }
}
