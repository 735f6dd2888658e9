package dev.foyer.mailbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailJsonTest {

    @Test
    void escapesWhatEndsAString() {
        assertThat(MailJson.string("\"\\\n\u0001è😀")).isEqualTo("\"\\\"\\\\\\n\\u0001è😀\"");
    }

    @Test
    void tellsWhatIsNotThere() {
        assertThat(MailJson.string(null)).isEqualTo("null");
    }
}
