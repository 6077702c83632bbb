/**
 * The benchmarks (JMH): {@code mvn -Pbench verify -DskipTests}. They print figures, with what each run allocates, and
 * assert nothing: a machine's noise is no reason to fail. What is aimed at stands beside each.
 */
package no.innom.bench;
