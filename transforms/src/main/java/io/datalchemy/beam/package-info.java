/** How does the kernel run as a Beam pipeline? PTransforms over shards and key blocks. */
package io.datalchemy.beam;
