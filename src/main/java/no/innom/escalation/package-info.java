/**
 * Handing a chat over to a person: who waits, in which order, who may take whom, and who is called when nobody comes.
 *
 * <p>{@link no.innom.escalation.Handovers} holds the rules: each writes into a {@link no.innom.chat.Turn}, and the
 * store commits it together with the messages that belong to it, so that a chat is in exactly one queue or held by
 * exactly one person. {@link no.innom.escalation.Queues} is what people have written about it in a file;
 * {@link no.innom.escalation.Seats} and {@link no.innom.escalation.SecondLine} are what a store and a way to the outside
 * must do. Everything else here is pure and belongs to no thread. May import {@code chat}, {@code risk},
 * {@code duty} and {@code yaml}.
 *
 * <h2>States and transitions</h2>
 *
 * A chat is in one of four states. One that waits has a place in one queue ({@link no.innom.chat.Spot}) and falls due
 * at its next deadline; one that a person holds has one holder, a token and a lease; the others have none of these.
 *
 * <table>
 *   <caption>What leads where; what is not named changes nothing or is refused</caption>
 *   <tr><th>what happens</th><th>in</th><th>leads to</th><th>and</th></tr>
 *   <tr><td>enter: risk, "a person", a flow's handoff, a flow that fails</td><td>bot, closed</td><td>waiting</td>
 *       <td>since and entered are now, step 0; at risk staff are rung (step 0)</td></tr>
 *   <tr><td>enter</td><td>waiting</td><td>waiting</td>
 *       <td>nothing, unless the risk has risen: then the queue for risk, entered now, step 0, since as it was</td></tr>
 *   <tr><td>enter</td><td>human</td><td>human</td><td>nothing: it stays with its person, who sees the message</td></tr>
 *   <tr><td>claim, that one or the next</td><td>waiting</td><td>human</td>
 *       <td>a new token, the lease from now; the deadline is off</td></tr>
 *   <tr><td>claim by its holder</td><td>human</td><td>human</td><td>nothing: the same answer again</td></tr>
 *   <tr><td>release, transfer to a queue</td><td>human</td><td>waiting</td>
 *       <td>since as it was, entered now, step 0; at risk staff are rung (step 0)</td></tr>
 *   <tr><td>transfer to a person on duty who serves the queue</td><td>human</td><td>human</td>
 *       <td>as released and claimed at once: a new token</td></tr>
 *   <tr><td>the lease has run out, and the holder has no console open</td><td>human</td><td>waiting</td>
 *       <td>as released</td></tr>
 *   <tr><td>the lease has run out, and the holder is here</td><td>human</td><td>human</td>
 *       <td>leased until the holder's shift would end</td></tr>
 *   <tr><td>the visitor's oldest unanswered word is {@code remind} old</td><td>human</td><td>human</td>
 *       <td>the holder is reminded, once; the holder's next word takes this and the next off</td></tr>
 *   <tr><td>it is {@code offer} old</td><td>human</td><td>waiting</td><td>as released; the visitor is told</td></tr>
 *   <tr><td>close, by the holder</td><td>human</td><td>bot</td>
 *       <td>the closing flow; its end, or ten minutes of silence, leads to closed</td></tr>
 *   <tr><td>leave, by the visitor; two hours without a word (not while it waits)</td><td>any</td><td>closed</td>
 *       <td>out of its queue, from its holder</td></tr>
 *   <tr><td>a deadline is missed</td><td>waiting</td><td>waiting</td>
 *       <td>step + 1, rung once; the last step again and again</td></tr>
 *   <tr><td>entered, or a deadline missed: at risk and nobody on duty takes from the queue
 *       and has room; or the third one</td>
 *       <td>waiting</td><td>waiting</td><td>the second line is to be called at once; without risk only after the
 *       third, and only when somebody is on duty</td></tr>
 *   <tr><td>the call is due</td><td>waiting</td><td>waiting</td>
 *       <td>one node makes it, another when that one is gone; one that fails is made again after 2, 4, 8 … 60 seconds;
 *       whoever claims the chat takes it off</td></tr>
 *   <tr><td>erase; the retention is over</td><td>any</td><td>no chat</td><td>out of its queue, from its holder</td></tr>
 * </table>
 *
 * <p>Each is one step of the store on the chat as it was read ({@link no.innom.chat.Chat#rev()}): when somebody was
 * faster it is decided anew on what they left. So two nodes that sweep at once ring a deadline once, two who claim at
 * once get one chat and one refusal, and a late word of a former holder is refused.
 */
@NullMarked
package no.innom.escalation;

import org.jspecify.annotations.NullMarked;
