package dev.foyer.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {

    @TempDir
    Path folder;

    @Test
    void keepsMailsOfOneMillisecondApart() throws Exception {
        MailFolder mails = new MailFolder(folder, 500);
        for (int i = 0; i < 100; i++) {
            mails.add(mail(String.valueOf(i)));
        }
        assertThat(mails.mails())
                .hasSize(100)
                .extracting(Mail::subject)
                .startsWith("99", "98")
                .endsWith("0");
    }

    @Test
    void forgetsTheOldest() throws Exception {
        MailFolder mails = new MailFolder(folder, 2);
        for (String subject : new String[] {"One", "Two", "Three"}) {
            mails.add(mail(subject));
        }
        assertThat(mails.mails()).extracting(Mail::subject).containsExactly("Three", "Two");
        assertThat(files()).isEqualTo(2);
        assertThat(new MailFolder(folder, 1).mails()).extracting(Mail::subject).containsExactly("Three");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void leavesOtherFilesAlone() throws Exception {
        Path notes = Files.writeString(folder.resolve("notes.eml"), "Subject: Notes\r\n\r\n");
        MailFolder mails = new MailFolder(folder, 500);
        assertThat(mails.mails()).isEmpty();
        mails.clear();
        assertThat(notes).exists();
    }

    private long files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static byte[] mail(String subject) {
        return ("Subject: " + subject + "\r\n\r\nHello\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
