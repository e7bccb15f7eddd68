/** What a deployment would do on a machine that is not there: a discrete-event simulation in virtual time. */
@NullMarked
package gilbench.predict;

import org.jspecify.annotations.NullMarked;
