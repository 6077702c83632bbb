/**
 * The settings of this server, and the words that it says outside the flows: read once at start, from files and the
 * environment, and refused with a sentence when something in them does not fit. May import {@code yaml}.
 */
@NullMarked
package no.innom.config;

import org.jspecify.annotations.NullMarked;
