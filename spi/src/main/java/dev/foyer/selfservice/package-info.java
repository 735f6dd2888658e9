/** The API by which people manage their own accounts: {@code /realms/{realm}/customer-accounts}, for the account console. */
@NullMarked
package dev.foyer.selfservice;

import org.jspecify.annotations.NullMarked;
