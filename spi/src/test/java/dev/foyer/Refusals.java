package dev.foyer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that the domain says no for one reason and no other. */
public final class Refusals {

    private Refusals() {}

    public static void assertRefused(Reason reason, ThrowingCallable attempt) {
        Refusal refusal = catchThrowableOfType(Refusal.class, attempt);
        assertThat(refusal).as("a refusal: " + reason.key()).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
