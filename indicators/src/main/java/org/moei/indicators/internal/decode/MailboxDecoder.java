package org.moei.indicators.internal.decode;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.moei.base.Problem;

/** A file of messages (mbox, RFC 4155): a line that begins with "From " after an empty line begins the next. Members are called 1.eml, 2.eml … */
final class MailboxDecoder implements Decoder {
    @Override
    public void read(Part part, Run run) throws IOException {
        try (InputStream in = new BufferedInputStream(part.content().open(), 1 << 16)) {
            Messages messages = new Messages(in);
            int number = 0;
            while (messages.begin()) {
                number++;
                run.member(part, number + ".eml", messages);
                messages.skipRest();
            }
            if (number == 0) {
                run.refuse(part.source().name(), Problem.of(Problem.Kind.REFUSED, "mailbox", "The mailbox holds no message."));
            }
        }
    }

    /** One message after the other as a stream that ends where the next begins. */
    private static final class Messages extends InputStream {
        private final InputStream in;
        private byte[] line = new byte[1 << 12];
        private int length;
        private int at;
        private boolean empty = true;
        private boolean border;
        private boolean ended;

        Messages(InputStream in) {
            this.in = in;
        }

        /** Whether a message follows; its line "From " is passed over. */
        boolean begin() throws IOException {
            while (!ended && !border) {
                fill();
            }
            border = false;
            return !ended;
        }

        void skipRest() throws IOException {
            while (!ended && !border) {
                fill();
            }
        }

        @Override
        public int read() throws IOException {
            while (at == length) {
                if (ended || border) {
                    return -1;
                }
                fill();
            }
            return border ? -1 : line[at++] & 0xff;
        }

        /** Reads the next line, or a piece of a long one. */
        private void fill() throws IOException {
            length = 0;
            at = 0;
            int c = in.read();
            while (c >= 0) {
                line[length++] = (byte) c;
                if (c == '\n' || length == line.length) {
                    break;
                }
                c = in.read();
            }
            ended = length == 0;
            border = empty && length > 5 && line[0] == 'F' && line[1] == 'r' && line[2] == 'o' && line[3] == 'm' && line[4] == ' ';
            empty = length == 1 && line[0] == '\n' || length == 2 && line[0] == '\r';
            if (border) {
                at = length;
            }
        }
    }
}
