/** The self-service API, {@code /realms/{realm}/customer-accounts}: people manage the accounts that they are members of. */
@NullMarked
package dev.foyer.api.account;

import org.jspecify.annotations.NullMarked;
