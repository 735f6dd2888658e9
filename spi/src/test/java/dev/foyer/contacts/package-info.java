@NullMarked
package dev.foyer.contacts;

import org.jspecify.annotations.NullMarked;
