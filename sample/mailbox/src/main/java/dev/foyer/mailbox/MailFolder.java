package dev.foyer.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The newest mails, each a file in a folder: they outlive the program. */
public final class MailFolder {
    private static final Pattern FILE = Pattern.compile("\\d{13}\\.eml");

    private final Path folder;
    private final int limit;
    private final ConcurrentSkipListMap<Long, Mail> mails = new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    /**
     * Opens a folder with the mails that are there already.
     *
     * @param limit how many mails are kept
     */
    public MailFolder(Path folder, int limit) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.limit = limit;
        for (long id : ids()) {
            mails.put(id, MailSource.read(id, source(id)));
        }
        forgetOldest();
    }

    /** Keeps a mail. It is on the disk when this returns. */
    public synchronized Mail add(byte[] source) throws IOException {
        long newest = mails.isEmpty() ? 0 : mails.firstKey();
        long id = Math.max(System.currentTimeMillis(), newest + 1);
        Path unfinished = folder.resolve(id + ".part");
        Files.write(unfinished, source);
        Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
        Mail mail = MailSource.read(id, source);
        mails.put(id, mail);
        forgetOldest();
        return mail;
    }

    /** All mails, newest first. */
    public List<Mail> mails() {
        return List.copyOf(mails.values());
    }

    /** One mail, unless it was deleted. */
    public Optional<Mail> find(long id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** A mail as it was received. */
    public byte[] source(long id) throws IOException {
        return Files.readAllBytes(file(id));
    }

    /** Deletes all mails. */
    public synchronized void clear() throws IOException {
        for (Mail mail : mails()) {
            delete(mail.id());
        }
    }

    private void forgetOldest() throws IOException {
        while (mails.size() > limit) {
            delete(mails.lastKey());
        }
    }

    private void delete(long id) throws IOException {
        Files.deleteIfExists(file(id));
        mails.remove(id);
    }

    private Path file(long id) {
        return folder.resolve(id + ".eml");
    }

    private List<Long> ids() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(FILE.asMatchPredicate())
                    .map(name -> Long.valueOf(name.substring(0, name.indexOf('.'))))
                    .toList();
        }
    }
}
