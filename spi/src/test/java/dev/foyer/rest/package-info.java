@NullMarked
package dev.foyer.rest;

import org.jspecify.annotations.NullMarked;
