package org.moei.console.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.moei.base.Problem;
import org.moei.console.signin.Site;

/**
 * A certificate for a name that no authority knows: made by the server itself with the JDK's keytool, kept in the data folder with its key.
 * Devices are told to trust it once, by its fingerprint; browsers give passkeys only to those that do.
 */
public final class LocalCertificate {
    private static final String ALIAS = "moei";
    private static final int DAYS = 397;

    private final Path folder;
    private final String name;

    private LocalCertificate(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /**
     * The certificate of a name, made at first use.
     *
     * @throws org.moei.base.ProblemException where the name is none, or keytool fails
     */
    public static ConsoleOptions.Certificate of(Path data, String name) {
        if (!name.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?") && !Site.isAddress(name)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "name", "The name (" + name + ") is no name of a host.").withAdvice("it reads like moei.example.org or moei.lan.").asException();
        }
        return new LocalCertificate(data.resolve("tls"), name).open();
    }

    /** SHA-256 of the certificate, in pairs of digits, as browsers show it. */
    public static String fingerprint(ConsoleOptions.Certificate certificate) {
        try {
            KeyStore store = KeyStore.getInstance(certificate.file().toFile(), certificate.password().toCharArray());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(store.getCertificate(ALIAS).getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException | IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "certificate", "The certificate in " + certificate.file() + " cannot be read.").asException(e);
        }
    }

    private ConsoleOptions.Certificate open() {
        Path file = folder.resolve(name.replace(':', '_') + ".p12");
        Path password = folder.resolve("password");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            if (!Files.exists(password)) {
                byte[] bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(password, HexFormat.of().formatHex(bytes), StandardCharsets.US_ASCII);
            }
            if (!Files.exists(file)) {
                make(file, password);
            }
            return new ConsoleOptions.Certificate(file, Files.readString(password, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw failed().asException(e);
        }
    }

    private void make(Path file, Path password) throws IOException {
        Path next = folder.resolve(".making.p12");
        Files.deleteIfExists(next);
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-sigalg", "SHA256withECDSA",
                        "-dname", "CN=" + (Site.isAddress(name) ? "Moei" : name), "-ext", "san=" + (Site.isAddress(name) ? "ip:" : "dns:") + name, "-ext", "eku=serverAuth", "-ext", "bc=ca:false",
                        "-validity", String.valueOf(DAYS), "-storetype", "PKCS12", "-keystore", next.toString(), "-storepass:file", password.toString()))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                keytool.destroyForcibly();
                throw failed().asException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed().asException(e);
        }
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Problem failed() {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "certificate", "No certificate for " + name + " could be made in " + folder + ".").withAdvice("the folder cannot be written, or this Java has no keytool.");
    }
}
