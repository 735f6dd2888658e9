package dev.foyer.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {
    private static final String HOSTILE = "<script>alert('1')</script> \"&amp;\"";

    @TempDir
    Path folder;

    private Mailbox mailbox;
    private Sender sender;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        mailbox = new Mailbox(0, 0, folder);
        sender = new Sender(mailbox.smtpPort());
        browser = new Browser(mailbox.webPort());
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    @Test
    void isEmptyAtFirst() throws Exception {
        assertThat(browser.see("/")).contains("No mails yet").contains("<details id=\"deletion\" hidden>");
        assertThat(browser.see("/api/email")).isEqualTo("[]\n");
    }

    @Test
    void listsTheNewestFirst() throws Exception {
        sender.send("ada@example.com", "One", "1", "1");
        sender.send("bob@example.com", "Two", "2", "2");
        assertThat(browser.see("/"))
                .contains("2 mails")
                .containsSubsequence("Two", "bob@example.com", "shop@example.com", "One", "ada@example.com");
    }

    @Test
    void listsAMailToSeveralOnce() throws Exception {
        sender.send("ada@example.com, bob@example.com", "Both", "1", "1");
        assertThat(browser.see("/")).contains("1 mail<").contains("ada@example.com, bob@example.com");
    }

    @Test
    void showsAMailInEveryWay() throws Exception {
        sender.send("ada@example.com", "Benvenuta, Città", "Ciao: è tua", "<a href='http://localhost/x'>è tua</a>");
        String mail = browser.newest();
        assertThat(browser.see(mail)).contains("Benvenuta, Città").contains("src=\"" + mail + "/content\"");
        assertThat(browser.see(mail + "/content"))
                .contains("<base target=\"_blank\">")
                .contains("<a href='http://localhost/x'>è tua</a>");
        assertThat(browser.see(mail + "/text")).contains("Ciao: è tua");
        assertThat(browser.see(mail + "/source"))
                .contains("Return-Path: &lt;shop@example.com&gt;")
                .contains("multipart/alternative");
    }

    @Test
    void tellsScriptsEverything() throws Exception {
        sender.send("ada@example.com", "\"Città\"", "Two\nlines", "<p>Two</p>");
        HttpResponse<String> answer = browser.ask("GET", "/api/email", Map.of());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .contains("\"from\":\"shop@example.com\"", "\"to\":\"ada@example.com\"")
                .contains("\"subject\":\"\\\"Città\\\"\"", "\"text\":\"Two\\r\\nlines\"", "\"html\":\"<p>Two</p>\"");
    }

    @Test
    void takesNothingInAMailForMarkup() throws Exception {
        sender.send("ada@example.com", HOSTILE, HOSTILE, HOSTILE);
        String mail = browser.newest();
        for (String page : new String[] {"/", mail, mail + "/text", mail + "/source"}) {
            assertThat(browser.see(page)).doesNotContain("<script>").contains("&lt;script&gt;");
        }
        assertThat(browser.see("/")).contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;&amp;amp;&quot;");
    }

    @Test
    void letsAMailOpenItsLinksAndNothingElse() throws Exception {
        sender.send("ada@example.com", "One", "1", "1");
        String mail = browser.newest();
        assertThat(browser.see(mail)).contains("sandbox=\"allow-popups ").doesNotContain("allow-scripts");
        HttpResponse<String> content = browser.ask("GET", mail + "/content", Map.of());
        assertThat(content.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "sandbox allow-popups ")
                        .doesNotContain("allow-scripts", "allow-same-origin"));
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void keepsMailsWhenItIsStartedAgain() throws Exception {
        sender.send("ada@example.com", "Città", "1", "1");
        String before = browser.see("/api/email");
        stop();
        start();
        assertThat(browser.see("/api/email")).isEqualTo(before).contains("Città");
    }

    @ParameterizedTest
    @CsvSource({"POST, /delete, 303", "DELETE, /api/email, 204"})
    void deletesAllForGood(String method, String path, int status) throws Exception {
        sender.send("ada@example.com", "One", "1", "1");
        String mail = browser.newest();
        assertThat(browser.ask(method, path, Map.of()).statusCode()).isEqualTo(status);
        assertThat(browser.ask("GET", mail, Map.of()).statusCode()).isEqualTo(404);
        stop();
        start();
        assertThat(browser.see("/")).contains("No mails yet");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"Host, evil.example", "Origin, http://evil.example", "Origin, null"})
    void refusesWebPagesFromElsewhere(String header, String value) throws Exception {
        sender.send("ada@example.com", "One", "1", "1");
        for (String method : new String[] {"GET", "DELETE"}) {
            HttpResponse<String> answer = browser.ask(method, "/api/email", Map.of(header, value));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("ada@example.com");
        }
        assertThat(browser.see("/")).contains("1 mail<");
    }

    @Test
    void letsItsOwnPageDelete() throws Exception {
        Map<String, String> own = Map.of("Origin", "http://localhost:" + mailbox.webPort());
        assertThat(browser.ask("POST", "/delete", own).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"GET, /mails/1", "GET, /mails/../pom.xml", "GET, /mails/1/else", "POST, /", "GET, /delete"})
    void hasNothingElse(String method, String path) throws Exception {
        assertThat(browser.ask(method, path, Map.of()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/mailbox.css, text/css", "/mailbox.js, text/javascript", "/mailbox.svg, image/svg+xml"})
    void bringsWhatItsPagesNeed(String path, String type) throws Exception {
        HttpResponse<String> answer = browser.ask("GET", path, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type + "; charset=utf-8");
    }
}
