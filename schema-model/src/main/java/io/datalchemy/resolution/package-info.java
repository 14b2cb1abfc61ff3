/** How does a plan become decisions, table by table and column by column? */
package io.datalchemy.resolution;
