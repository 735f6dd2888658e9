@NullMarked
package dev.foyer.api.admin;

import org.jspecify.annotations.NullMarked;
