package dev.foyer.transfer.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 without its byte order mark (RFC 3629, section 6). Java's own reader either replaces what is malformed or does not
 * tell where it was.
 */
final class Utf8Reader extends Reader {

    private static final int BUFFER = 1 << 13;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);
    private boolean atStart = true;
    private boolean atEnd;
    private long line = 1;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** Something is not UTF-8. */
    static final class Malformed extends CharacterCodingException {

        private static final long serialVersionUID = 1L;

        private final long line;

        private Malformed(long line) {
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (!decode()) {
                return -1;
            }
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    /** False at the end. */
    private boolean decode() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        chars.flip();
        if (chars.hasRemaining()) {
            line += chars.chars().filter(c -> c == '\n').count();
            if (atStart && chars.charAt(0) == BYTE_ORDER_MARK) {
                chars.get();
            }
            atStart = false;
            return true;
        }
        if (result.isMalformed()) {
            throw new Malformed(line);
        }
        if (atEnd) {
            return false;
        }
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
        return true;
    }

    /** Does nothing: the file below is read again. */
    @Override
    public void close() {}
}
