/** How does a resolved plan become a finished run? Building, running, watching and reporting. */
package io.datalchemy.pipeline;
