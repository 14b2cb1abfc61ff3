/** How are rows broken on purpose, once they are made? One constraint each, and told. */
package io.datalchemy.inject;
