package dev.foyer.invitation.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.invitation.MailReason;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.email.DefaultEmailAuthenticator;
import org.keycloak.email.DefaultEmailSenderProvider;
import org.keycloak.email.EmailAuthenticator.AuthenticatorType;
import org.keycloak.email.EmailException;

/** What Keycloak's own sender says of mail servers that do not take a mail. */
class MailFailureTest {

    private final DefaultEmailSenderProvider keycloak =
            new DefaultEmailSenderProvider(null, Map.of(AuthenticatorType.NONE, new DefaultEmailAuthenticator()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RCPT | 550 5.1.1 No such user          | MAIL_ADDRESS_REFUSED
            RCPT | 551 User not local              | MAIL_ADDRESS_REFUSED
            RCPT | 552 Mailbox full                | MAIL_ADDRESS_REFUSED
            RCPT | 553 5.1.3 Bad address           | MAIL_ADDRESS_REFUSED
            RCPT | 554 5.7.1 Relay access denied   | MAIL_ADDRESS_REFUSED
            RCPT | 556 5.1.10 Takes no mail        | MAIL_ADDRESS_REFUSED
            RCPT | 450 4.2.0 Greylisted            | MAIL_DELAYED
            RCPT | 451 4.3.0 Try again later       | MAIL_DELAYED
            RCPT | 421 4.3.2 Shutting down         | MAIL_DELAYED
            RCPT | 530 5.7.0 Sign in first         | MAIL_DELAYED
            RCPT | ''                              | MAIL_DELAYED
            DATA | 554 5.5.1 No valid recipients   | MAIL_REFUSED
            .    | 550 5.7.1 Looks like spam       | MAIL_REFUSED
            .    | 552 5.3.4 Too large             | MAIL_REFUSED
            .    | 451 4.3.0 Try again later       | MAIL_DELAYED
            .    | ''                              | MAIL_DELAYED
            MAIL | 550 5.7.1 Sender refused        | MAIL_DELAYED
            MAIL | 451 4.7.1 Try again later       | MAIL_DELAYED
            """)
    void whatTheMailServerSaysIsUnderstood(String command, String reply, MailReason reason) {
        try (RefusingMailServer server = new RefusingMailServer(command, reply)) {
            assertThat(send(server.settings(), "bea@beta.example", true)).contains(reason);
        }
    }

    @Test
    void aMailServerThatIsNotThereSaysNothingOfTheMail() {
        Map<String, String> nobody = Map.of("host", "127.0.0.1", "port", "1", "from", "shop@example.com");

        assertThat(send(nobody, "bea@beta.example", true)).contains(MailReason.MAIL_SERVER_UNAVAILABLE);
        assertThat(send(Map.of(), "bea@beta.example", true)).contains(MailReason.MAIL_SERVER_UNAVAILABLE);
    }

    @Test
    void anAddressThatKeycloakTakesForNoneIsNoneForGood() {
        Map<String, String> nobody = Map.of("host", "127.0.0.1", "port", "1", "from", "shop@example.com");

        assertThat(send(nobody, "rené@beta.example", false)).contains(MailReason.MAIL_ADDRESS_UNUSABLE);
    }

    @Test
    void whatNobodyForesawIsAMailThatCanNotBeWritten() {
        assertThat(MailFailure.reasonOf(new IllegalStateException())).isEqualTo(MailReason.MAIL_UNWRITTEN);
        EmailException template = new EmailException("Failed to template email", new IllegalStateException());
        assertThat(MailFailure.reasonOf(MailFailure.of(template, true))).isEqualTo(MailReason.MAIL_UNWRITTEN);
    }

    private Optional<MailReason> send(Map<String, String> settings, String address, boolean usable) {
        try {
            keycloak.send(settings, address, "Subject", "Text", null);
            return Optional.empty();
        } catch (EmailException e) {
            return Optional.of(MailFailure.reasonOf(MailFailure.of(e, usable)));
        }
    }
}
