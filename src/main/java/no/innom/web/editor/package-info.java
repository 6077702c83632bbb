/**
 * The flow editor's calls, as {@code /api/openapi.json} describes them: one handler a file, put together in {@link
 * no.innom.web.editor.EditorRoutes}. What they decide by lives in {@code publishing}; here it is turned into HTTP.
 *
 * <p>Imports what {@code web} may, and {@code web} itself, which does not import this. Runs on event loops; whatever
 * reads or checks a flow goes to a worker.
 */
@NullMarked
package no.innom.web.editor;

import org.jspecify.annotations.NullMarked;
