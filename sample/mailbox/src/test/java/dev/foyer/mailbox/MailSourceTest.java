package dev.foyer.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSourceTest {

    @Test
    void readsEncodedHeaders() {
        Mail mail = read("From: =?UTF-8?Q?Caff=C3=A8?= <a@example.com>\nSubject: =?UTF-8?Q?Citt=C3=A0?=\n\nText\n");
        assertThat(mail.from()).isEqualTo("Caffè <a@example.com>");
        assertThat(mail.subject()).isEqualTo("Città");
        assertThat(mail.to()).isEmpty();
        assertThat(mail.text()).isEqualTo("Text\n");
        assertThat(mail.html()).isNull();
    }

    @Test
    void findsTheTextBesideAttachments() {
        Mail mail = read("""
                Content-Type: multipart/mixed; boundary=A

                --A
                Content-Disposition: attachment; filename=a.txt

                An attachment
                --A
                Content-Type: multipart/alternative; boundary=B

                --B

                The text
                --B
                Content-Type: text/html

                <p>The text</p>
                --B--
                --A--
                """);
        assertThat(mail.text()).isEqualTo("The text");
        assertThat(mail.html()).isEqualTo("<p>The text</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No header at all",
                "From: <<>\nTo: @,;\nSubject: =?x-none?Q?a?=\n\n",
                "Content-Type: multipart/mixed\n\nNo boundary",
                "Content-Type: ;;;\n\nNo type",
                "Content-Transfer-Encoding: none\n\nNo encoding",
                "Content-Transfer-Encoding: base64\n\n***"
            })
    void isContentWithBrokenMails(String source) {
        assertThat(read(source).id()).isEqualTo(1);
    }

    @Test
    void readsAnUnknownCharacterSet() {
        assertThat(read("Content-Type: text/plain; charset=x-none\n\nText").text())
                .isEqualTo("Text");
    }

    @Test
    void doesNotFollowPartsInPartsForEver() {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            source.append("Content-Type: multipart/mixed; boundary=").append(i).append("\n\n--" + i + "\n");
        }
        assertThat(read(source + "\nText").text()).isNull();
    }

    private static Mail read(String source) {
        return MailSource.read(1, source.getBytes(StandardCharsets.UTF_8));
    }
}
