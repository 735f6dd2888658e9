@NullMarked
package dev.foyer.membership.login;

import org.jspecify.annotations.NullMarked;
