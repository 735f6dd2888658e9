@NullMarked
package dev.foyer.registration.login;

import org.jspecify.annotations.NullMarked;
