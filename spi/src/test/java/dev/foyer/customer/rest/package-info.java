@NullMarked
package dev.foyer.customer.rest;

import org.jspecify.annotations.NullMarked;
