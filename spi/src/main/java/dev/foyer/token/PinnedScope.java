package dev.foyer.token;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pin on its way from the sign-in to the authorization code: {@code account:<id>} among the words of the scope, which
 * Keycloak keeps for each code by itself. A note on the session would be one for all tabs of a client.
 */
public final class PinnedScope {

    private static final String PREFIX = AccountClaim.NAME + ":";

    private PinnedScope() {}

    /** The scope with this account pinned, in the place of any other. */
    public static String pin(String scope, String accountId) {
        return Stream.concat(words(scope).filter(word -> !word.startsWith(PREFIX)), Stream.of(PREFIX + accountId))
                .collect(Collectors.joining(" "));
    }

    /** The pinned account's id. It is a claim to be checked, not a right. */
    public static Optional<String> read(String scope) {
        return words(scope)
                .filter(word -> word.startsWith(PREFIX))
                .map(word -> word.substring(PREFIX.length()))
                .findFirst();
    }

    private static Stream<String> words(String scope) {
        return Arrays.stream(scope.split(" ")).filter(word -> !word.isEmpty());
    }
}
