/** How does a row range become a file, and what is told of it? Shards, sinks and receipts. */
package io.datalchemy.beam.shard;
