package dev.foyer.mailbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void escapesText() {
        assertThat(Html.of("<p title='{}'>{}</p>", "'\"", "<b>&$1{}").markup())
                .isEqualTo("<p title='&#39;&quot;'>&lt;b&gt;&amp;$1{}</p>");
    }

    @Test
    void takesPiecesAsTheyAre() {
        assertThat(Html.of("<p>{}</p>", Html.of("<b>{}</b>", "{}")).markup()).isEqualTo("<p><b>{}</b></p>");
    }
}
