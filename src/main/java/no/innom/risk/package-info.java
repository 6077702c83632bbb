/**
 * Finds risk in what young people write: suicide, self-harm, violence, abuse, overdose, threats.
 *
 * <p>The words, phrases and contexts are files under {@code conf/risk/} that a professional can read
 * and change; this room reads, checks and compiles them ({@code LexiconReader}, {@code
 * LexiconChecker}, {@code Lexicon}), takes changed ones into use ({@code LexiconWatch}) and scans
 * messages with them ({@code RiskScanner}). It is a net
 * with holes and never a diagnosis; people stay responsible.
 *
 * <p>May import {@code no.innom.yaml} only. The only room that knows OpenNLP. Knows no clock, no
 * network and stores nothing. Scanning is pure and safe from any thread, quick enough for the event
 * loop; loading reads files and belongs on a worker or at the start.
 */
@NullMarked
package no.innom.risk;

import org.jspecify.annotations.NullMarked;
