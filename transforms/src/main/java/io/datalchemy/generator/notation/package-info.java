/** How are values written whose types have a notation of their own? Geometry, queries, names. */
package io.datalchemy.generator.notation;
