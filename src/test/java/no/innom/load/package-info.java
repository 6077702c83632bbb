/**
 * The load test: {@code mvn -Pload verify}. It starts the packaged server and, to compare with, a bare Vert.x server
 * that does one {@code XADD} and forwards, each as a process of its own, and prints figures. It asserts nothing: a
 * machine's noise is no reason to fail. Traffic goes to loopback only, and ends by itself.
 */
package no.innom.load;
