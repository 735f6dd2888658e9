package dev.foyer.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foyer.InputReason;
import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.representation.ContactTypeDetails;
import dev.foyer.representation.InvitationDetails;
import dev.foyer.text.TextReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
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

    @Test
    void aTextThatNoDatabaseCanHoldIsRefusedWhereItStands() throws IOException {
        for (String text : List.of("a\\u0000", "a\\ud800b", "\\udc00")) {
            JsonBody body = JsonBody.of(stream("{\"addresses\": [\"a@x.it\", \"" + text + "\"]}"));

            assertRefused(body, TextReason.TEXT_FORBIDDEN_CHARACTER, "/addresses/1");
        }
        JsonBody inside = JsonBody.of(stream("{\"redirect\": {\"clientId\": \"\\u0000\", \"uri\": \"x\"}}"));
        assertRefused(inside, TextReason.TEXT_FORBIDDEN_CHARACTER, "/redirect/clientId");
    }

    @Test
    void aListHasSomethingInEachOfItsPlaces() throws IOException {
        for (String list : List.of("addresses", "permissions", "contactTypes")) {
            JsonBody body = JsonBody.of(stream("{\"" + list + "\": [\"a\", null]}"));

            assertRefused(body, InputReason.VALUE_MISSING, "/" + list + "/1");
        }
    }

    /** JSON between systems is UTF-8 (RFC 8259, section 8.1). */
    @Test
    void bytesInAnyOtherEncodingAreRefused() throws IOException {
        String json = "{\"name\": \"Citt\u00e0\"}";
        for (Charset charset :
                List.of(ISO_8859_1, UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-32LE"))) {
            assertThat(List.of(ApiReason.BODY_NOT_UTF8, ApiReason.BODY_MALFORMED))
                    .as(charset.name())
                    .contains((ApiReason) refusal(JsonBody.of(new ByteArrayInputStream(json.getBytes(charset)))));
        }
        // A surrogate, an overlong form, a letter cut off; what looks like UTF-32 and is none.
        for (String bytes : List.of("\u00ED\u00A0\u0080", "\u00C0\u00AF", "\u00C3", "\u0000\u0000\u00FF\u00FF")) {
            JsonBody body = JsonBody.of(new ByteArrayInputStream((bytes + json).getBytes(ISO_8859_1)));

            assertThat(refusal(body)).isEqualTo(ApiReason.BODY_NOT_UTF8);
        }
        assertThat(JsonBody.of(stream("\uFEFF" + json))
                        .as(ContactTypeDetails.class)
                        .name())
                .isEqualTo("Citt\u00e0");
    }

    private static void assertRefused(JsonBody body, Reason reason, String pointer) {
        Refusal refusal = assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> body.as(InvitationDetails.class))
                .actual();
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.location()).isEqualTo(new Refusal.Pointer(pointer));
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
