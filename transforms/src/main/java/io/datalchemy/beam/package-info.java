/** How does the kernel run as one Beam pipeline? Keys, then shards, then their names. */
package io.datalchemy.beam;
