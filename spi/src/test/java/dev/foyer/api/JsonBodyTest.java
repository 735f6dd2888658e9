package dev.foyer.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.representation.ContactTypeDetails;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Strictness is tested where the bodies come from, over HTTP. */
class JsonBodyTest {

    private static final int LIMIT = 1 << 16;

    @Test
    void whatIsWrongWithABodyIsSaidToWhoAsksForIt() throws IOException {
        JsonBody broken = JsonBody.of(stream("{"));
        JsonBody huge = JsonBody.of(stream(named(LIMIT + 1)));

        assertThat(refusal(broken)).isEqualTo(ApiReason.BODY_MALFORMED);
        assertThat(refusal(huge)).isEqualTo(ApiReason.BODY_TOO_LARGE);
    }

    @Test
    void noMoreIsReadThanTellsThatABodyIsTooLarge() throws IOException {
        ByteArrayInputStream endless = stream(named(2 * LIMIT));

        JsonBody.of(endless);

        assertThat(endless.available()).isEqualTo(LIMIT - 1);
        assertThat(JsonBody.of(stream(named(LIMIT)))
                        .as(ContactTypeDetails.class)
                        .name())
                .endsWith("x");
    }

    private static Reason refusal(JsonBody body) {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> body.as(ContactTypeDetails.class))
                .actual()
                .reason();
    }

    /** A body of so many bytes. */
    private static String named(int bytes) {
        String frame = "{\"name\": \"%s\"}";
        return frame.formatted("x".repeat(bytes - frame.formatted("").length()));
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }
}
