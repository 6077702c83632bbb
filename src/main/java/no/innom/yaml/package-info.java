/**
 * The files that people write: read as YAML with the place of every word, and told about in plain sentences.
 *
 * <p>Every scalar stays text, so that {@code no}, {@code on} and {@code 2026-11-26T18:00} are what they look
 * like. What a file means is for the rooms that own it ({@code config}, {@code flow}, {@code risk},
 * {@code duty}).
 *
 * <p>Imports nothing of ours. Nothing here keeps state between calls; any thread may call. Reading a file
 * blocks on the disk: not for the event loop.
 */
@NullMarked
package no.innom.yaml;

import org.jspecify.annotations.NullMarked;
