package dev.foyer.membership;

import dev.foyer.text.Name;
import java.time.Instant;

/**
 * How the recorded address of a member came to be the one it is, after it had been another one or none.
 *
 * @param by the name of who changed it, as others read it
 * @param staff whether that was staff; else a member of the customer
 */
public record AddressChange(Instant at, Name by, boolean staff) {}
