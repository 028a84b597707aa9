package org.moei.indicators.internal.decode;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/**
 * A message (RFC 5322, MIME): one text of the header fields that say where it came from and goes to, and of its text parts in their
 * order, HTML as its visible text. Everything else in it is a member, named as the message names it.
 */
final class MailDecoder implements Decoder {
    private static final int LINE = 1 << 20;
    private static final int HEADERS = 10_000;
    private static final int NESTED = 50;

    /** Fields that hold people and machines; identifiers and signatures only look like addresses. */
    private static final Set<String> FIELDS = Set.of("from", "sender", "reply-to", "to", "cc", "bcc", "return-path", "subject", "received", "x-originating-ip", "x-sender-ip",
            "x-mailer", "user-agent", "list-unsubscribe", "delivered-to", "x-original-sender", "resent-from", "resent-to", "disposition-notification-to");

    private static final MimeConfig CONFIG = MimeConfig.custom().setMaxLineLen(LINE).setMaxHeaderLen(LINE).setMaxHeaderCount(HEADERS).setMaxContentLen(-1).build();

    private record Attachment(String name, Content content) {}

    @Override
    public void read(Part part, Run run) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Attachment> attachments = new ArrayList<>();
        try {
            RefusedException stopped = null;
            try (InputStream in = new BufferedInputStream(part.content().open(), 1 << 16)) {
                walk(in, text, attachments, run);
            } catch (RefusedException refused) {
                stopped = refused;
            } catch (MimeException | IOException | RuntimeException broken) {
                stopped = RefusedException.of("damaged", "The message breaks off or is not MIME; what came before was read.");
            }
            run.text(part, "mail", new StringReader(text.toString()));
            for (Attachment attachment : attachments) {
                try (InputStream in = attachment.content().open()) {
                    run.member(part, attachment.name(), in);
                }
            }
            if (stopped != null) {
                throw stopped;
            }
        } finally {
            for (Attachment attachment : attachments) {
                attachment.content().close();
            }
        }
    }

    private static void walk(InputStream in, StringBuilder text, List<Attachment> attachments, Run run) throws IOException, MimeException {
        MimeTokenStream mime = new MimeTokenStream(CONFIG);
        mime.parse(in);
        int depth = 0;
        boolean shown = true;
        String disposition = "";
        String type = "";
        for (EntityState state = mime.getState(); state != EntityState.T_END_OF_STREAM; state = mime.next()) {
            switch (state) {
                case T_START_HEADER -> {
                    disposition = "";
                    type = "";
                }
                case T_FIELD -> {
                    Field field = mime.getField();
                    String name = field.getName().toLowerCase(Locale.ROOT);
                    if (name.equals("content-disposition")) {
                        disposition = field.getBody();
                    } else if (name.equals("content-type")) {
                        type = field.getBody();
                    } else if (shown && FIELDS.contains(name)) {
                        field(text, field);
                    }
                }
                case T_START_MULTIPART, T_START_MESSAGE -> {
                    if (++depth > NESTED) {
                        throw RefusedException.of("nested-too-deep", "The message is nested more than " + NESTED + " deep; the rest was not read.");
                    }
                }
                case T_END_MULTIPART, T_END_MESSAGE -> depth--;
                case T_START_BODYPART -> shown = true;
                case T_BODY -> body(mime, text, attachments, fileName(disposition, type), disposition, run);
                case T_END_HEADER, T_END_BODYPART, T_PREAMBLE, T_EPILOGUE, T_RAW_ENTITY, T_END_OF_STREAM -> { }
            }
        }
    }

    private static void field(StringBuilder text, Field field) {
        String body = field.getBody();
        String decoded = DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT);
        text.append(field.getName()).append(": ").append((decoded == null ? body : decoded).replaceAll("[\\r\\n]+\\s*", " ")).append('\n');
    }

    private static void body(MimeTokenStream mime, StringBuilder text, List<Attachment> attachments, String name, String disposition, Run run) throws IOException {
        BodyDescriptor about = mime.getBodyDescriptor();
        String type = about.getMimeType() == null ? "text/plain" : about.getMimeType().toLowerCase(Locale.ROOT);
        boolean attached = !name.isEmpty() || disposition.strip().toLowerCase(Locale.ROOT).startsWith("attachment") || !type.startsWith("text/");
        InputStream decoded = run.budget().counted(mime.getDecodedInputStream());
        if (attached) {
            String given = name.isEmpty() ? (attachments.size() + 1) + "." + ending(type) : name;
            attachments.add(new Attachment(given, Content.keep(decoded)));
            return;
        }
        long allowed = run.limits().document() - text.length();
        byte[] bytes = decoded.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, Math.max(0, allowed)));
        String charset = charset(about.getCharset());
        if (type.equals("text/html")) {
            text.append('\n').append(HtmlDecoder.text(HtmlDecoder.document(bytes, charset)));
        } else {
            text.append('\n').append(new String(bytes, charset == null ? Charsets.detect(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, Run.HEAD))) : Charset.forName(charset)));
        }
        text.append('\n');
        if (decoded.read() >= 0) {
            throw RefusedException.of("too-large", "The text of the message has more than " + run.limits().document() + " bytes; the rest was not read.");
        }
    }

    /** The name of an encoding that is known; null where the message says none, or us-ascii, which says nothing. */
    private static @Nullable String charset(@Nullable String name) {
        try {
            return name == null || name.equalsIgnoreCase("us-ascii") || !Charset.isSupported(name) ? null : Charset.forName(name).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static String ending(String type) {
        return switch (type) {
            case "application/pdf" -> "pdf";
            case "application/zip" -> "zip";
            case "message/rfc822" -> "eml";
            case "image/jpeg" -> "jpg";
            default -> type.substring(type.indexOf('/') + 1).replaceAll("[^a-z0-9]", "");
        };
    }

    private static String fileName(String disposition, String type) {
        String name = parameter(disposition, "filename");
        return (name.isEmpty() ? parameter(type, "name") : name).replace('/', '_').strip();
    }

    /** A parameter by RFC 2231, or with encoded words as mail programs write them. */
    private static String parameter(String body, String wanted) {
        if (body.isEmpty()) {
            return "";
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        RawBody parsed = RawFieldParser.DEFAULT.parseRawBody(new ByteArrayBuffer(bytes, true), new ParserCursor(0, bytes.length));
        MimeParameterMapping mapping = new MimeParameterMapping();
        Map<String, String> plain = new java.util.HashMap<>();
        for (NameValuePair pair : parsed.getParams()) {
            if (pair.getName() != null && pair.getValue() != null) {
                mapping.addParameter(pair.getName(), pair.getValue());
                plain.putIfAbsent(pair.getName().toLowerCase(Locale.ROOT), pair.getValue());
            }
        }
        String value = mapping.get(wanted);
        if (value == null) {
            value = plain.getOrDefault(wanted, "");
        }
        String decoded = DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
        return decoded == null ? value : decoded;
    }
}
