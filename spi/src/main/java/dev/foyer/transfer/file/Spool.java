package dev.foyer.transfer.file;

import dev.foyer.Refusal;
import dev.foyer.transfer.TransferReason;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Uploaded text in a temporary file, so that a slow sender does not hold up the database and the text can be read several
 * times. The file is gone when this is closed or the process ends, however it ends.
 */
public final class Spool implements Closeable {

    private static final int CHUNK = 1 << 16;

    private final FileChannel channel;

    private Spool(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes in all of it.
     *
     * @param maxBytes the most that it may be
     * @throws Refusal {@code FILE_TOO_LARGE}
     */
    public static Spool of(InputStream content, long maxBytes) throws IOException {
        // Created for its owner's eyes only, then opened so that the system removes it.
        Path path = Files.createTempFile("foyer-import-", null);
        Spool spool = new Spool(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        try {
            spool.fill(content, maxBytes);
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /**
     * Unpacks and takes in all of it.
     *
     * @param maxBytes the most that it may be when it is unpacked
     * @throws Refusal {@code FILE_TOO_LARGE}, or {@code FILE_UNREADABLE} if this is not gzip (RFC 1952)
     */
    public static Spool ofGzip(InputStream content, long maxBytes) throws IOException {
        try {
            return of(new GZIPInputStream(content, CHUNK), maxBytes);
        } catch (EOFException | ZipException e) {
            throw new Refusal(TransferReason.FILE_UNREADABLE);
        }
    }

    /** The text from its beginning; one reader at a time. */
    Reader reader() {
        try {
            channel.position(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Utf8Reader(Channels.newInputStream(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void fill(InputStream content, long maxBytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int length = content.read(chunk); length >= 0; length = content.read(chunk)) {
            if (channel.position() + length > maxBytes) {
                throw new Refusal(TransferReason.FILE_TOO_LARGE, maxBytes >> 20);
            }
            ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
