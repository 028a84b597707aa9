package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.ProblemException;

/** The one setting: a name, from which certificate, cookie and passkeys follow. */
class CertificateTest {
    @TempDir
    private Path data;

    private static HttpClient trusting(ConsoleOptions.Certificate certificate) throws Exception {
        KeyStore kept = KeyStore.getInstance(certificate.file().toFile(), certificate.password().toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("moei", kept.getCertificate("moei"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @Test
    void aNamedConsoleIsServedEncryptedAndItsCookieIsBoundToIt() throws Exception {
        ConsoleOptions.Certificate certificate = LocalCertificate.of(data, "localhost");
        ConsoleOptions named = ConsoleOptions.named("localhost", 0, certificate);
        try (RealWings wings = new RealWings(true, named)) {
            URI page = URI.create("https://localhost:" + wings.console.port() + "/sign-in");
            HttpResponse<String> answer = trusting(certificate).send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("set-cookie").orElse("")).startsWith("__Host-MOEI=").contains("Secure").contains("Path=/").contains("SameSite=Strict");
            assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
            assertThat(answer.body()).contains("data-passkey=\"use\"");
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())).as("nobody trusts it unasked").isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void theCertificateIsMadeOnceForItsNameAndItsKeyIsForUsAlone() throws Exception {
        ConsoleOptions.Certificate certificate = LocalCertificate.of(data, "moei.lan");
        String fingerprint = LocalCertificate.fingerprint(certificate);
        assertThat(fingerprint).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(LocalCertificate.fingerprint(LocalCertificate.of(data, "moei.lan"))).isEqualTo(fingerprint);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(certificate.file()))).isEqualTo("rw-------");
        X509Certificate shown = (X509Certificate) KeyStore.getInstance(certificate.file().toFile(), certificate.password().toCharArray()).getCertificate("moei");
        assertThat(shown.getSubjectAlternativeNames().toString()).contains("moei.lan");
        assertThat(LocalCertificate.of(data, "192.168.7.1").file()).exists();
        assertThat(ConsoleOptions.named("192.168.7.1", 0, certificate).site().hasPasskeys()).isFalse();
        for (String wrong : new String[] {"", "a b", "moei.lan,dns:other.lan", "-x", "../x"}) {
            assertThatThrownBy(() -> LocalCertificate.of(data, wrong)).as(wrong).isInstanceOf(ProblemException.class);
        }
    }
}
