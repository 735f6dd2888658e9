package dev.foyer.text;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void oneNormalFormForComposedAndDecomposedLetters() {
        assertThat(new Name("Caffe\u0300 Nero")).isEqualTo(new Name("  Caff\u00e8 Nero "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\rb",
                "a\tb",
                "a\u0000b",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Bb",
                "a\u200Db",
                "a\uFEFFb",
                "a\u2028b",
                "a\uE000b",
                "a\uD800b"
            })
    void whatCouldDeceiveTheReaderIsRefused(String text) {
        assertRefused(TextReason.TEXT_FORBIDDEN_CHARACTER, () -> new Name(text));
        assertRefused(TextReason.TEXT_FORBIDDEN_CHARACTER, () -> new PhoneNumber(text));
        assertRefused(TextReason.TEXT_FORBIDDEN_CHARACTER, () -> new EmailAddress(text + "@x.it"));
    }

    @Test
    void markupIsOnlyText() {
        assertThat(new Name("<b>Ditta & Figli</b>").value()).isEqualTo("<b>Ditta & Figli</b>");
    }

    @Test
    void emptyAndEndlessAreRefused() {
        assertRefused(TextReason.TEXT_EMPTY, () -> new Name(" \u2003 "));
        assertRefused(TextReason.TEXT_TOO_LONG, () -> new Name("x".repeat(Name.MAX_LENGTH + 1)));
        assertThat(new Name("x".repeat(Name.MAX_LENGTH)).value()).hasSize(Name.MAX_LENGTH);
    }

    @Test
    void addressesAreEqualByOneNormalFormAndNothingElse() {
        assertThat(new EmailAddress("Anna.Rossi@Acme.IT")).isEqualTo(new EmailAddress("anna.rossi@acme.it"));
        assertThat(new EmailAddress("jose\u0301@x.it")).isEqualTo(new EmailAddress("JOS\u00c9@x.it"));
        assertThat(new EmailAddress("anna+a@x.it")).isNotEqualTo(new EmailAddress("anna@x.it"));
        assertThat(new EmailAddress("a_b@x.it")).isNotEqualTo(new EmailAddress("axb@x.it"));
        assertThat(new EmailAddress("%@x.it")).isNotEqualTo(new EmailAddress("a@x.it"));
        assertThat(new EmailAddress("\u0130nfo@x.it")).isNotEqualTo(new EmailAddress("info@x.it"));
        assertThat(new EmailAddress("\u0131nfo@x.it")).isNotEqualTo(new EmailAddress("info@x.it"));
    }

    @Test
    void aMaskedAddressIsKnownToItsOwnerAndUselessToOthers() {
        assertThat(new EmailAddress("anna@acme.it").masked()).isEqualTo("a***@acme.it");
        assertThat(new EmailAddress("a@acme.it").masked()).isEqualTo("a***@acme.it");
        assertThat(new EmailAddress("\ud835\udd38nna@acme.it").masked()).isEqualTo("\ud835\udd38***@acme.it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@", "@x.it", "an na@x.it", "a@b@c", "<a@x.it>", "a@x.it,b@x.it"})
    void whatIsNoAddressIsRefused(String text) {
        assertRefused(TextReason.EMAIL_INVALID, () -> new EmailAddress(text));
    }

    @Test
    void textThatIsPrintedAsHtmlHasNoMarkupAndStaysReadable() {
        assertThat(Markup.disarm("Acme & Figli <a href=\"https://x\">"))
                .isEqualTo("Acme & Figli \u2039a href=\"https://x\"\u203a");
        assertThat(Markup.disarm("&lt;b&#62;")).isEqualTo("\uff06lt;b\uff06#62;");
    }

    @Test
    void whatGrowsInLowerCaseIsMeasuredAsItIsKept() {
        String grows = "\u0130".repeat(EmailAddress.MAX_LENGTH - "@x.it".length()) + "@x.it";

        assertRefused(TextReason.TEXT_TOO_LONG, () -> new EmailAddress(grows));
        assertRefused(TextReason.TEXT_TOO_LONG, () -> new Username("\u0130".repeat(Username.MAX_LENGTH)));
    }

    @Test
    void theNearestNameToAUserNameIsWhatANameAllowsOfIt() {
        assertThat(Name.nearest("x".repeat(255))).contains(new Name("x".repeat(Name.MAX_LENGTH)));
        assertThat(Name.nearest("an\u200Bna\u0000 ")).contains(new Name("anna"));
        assertThat(Name.nearest("x".repeat(Name.MAX_LENGTH - 1) + "\ud835\udd38"))
                .contains(new Name("x".repeat(Name.MAX_LENGTH - 1)));
        assertThat(Name.nearest("\u200B ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0000", "a\ud800", "\udc00a", "\udd38\ud835"})
    void whatNoDatabaseCanHoldIsNotKept(String text) {
        assertThat(StorableText.isStorable(text)).isFalse();
        assertRefused(TextReason.TEXT_FORBIDDEN_CHARACTER, () -> StorableText.require(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0001\u200B\n", "\ud835\udd38"})
    void allOtherTextIs(String text) {
        assertThat(StorableText.isStorable(text)).isTrue();
        assertThat(StorableText.require(text)).isEqualTo(text);
    }

    @Test
    void aTermNeverEndsInHalfACharacter() {
        String beginning = "x".repeat(SearchTerms.MAX_LENGTH - 1);

        assertThat(SearchTerms.wanted(beginning + "\ud801\udc28")).containsExactly(beginning);
    }
}
