package dev.foyer.token;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pin on its way from the sign-in to the authorization code: {@code account:<pin>} among the words of the scope, which
 * Keycloak keeps for each code by itself. A note on the session would be one for all tabs of a client.
 */
public final class PinnedScope {

    private static final String PREFIX = AccountClaim.NAME + ":";

    private PinnedScope() {}

    /** The scope with this pin in the place of any other. */
    public static String pin(String scope, Pin pin) {
        return Stream.concat(words(unpin(scope)), Stream.of(PREFIX + pin)).collect(Collectors.joining(" "));
    }

    /** The scope without a pin. */
    public static String unpin(String scope) {
        return words(scope).filter(word -> !word.startsWith(PREFIX)).collect(Collectors.joining(" "));
    }

    /** The pin. It is a claim to be checked, not a right. */
    public static Optional<Pin> read(String scope) {
        return words(scope)
                .filter(word -> word.startsWith(PREFIX))
                .flatMap(word -> Pin.parse(word.substring(PREFIX.length())).stream())
                .findFirst();
    }

    private static Stream<String> words(String scope) {
        return Arrays.stream(scope.split(" ")).filter(word -> !word.isEmpty());
    }
}
