/** How do children learn the values of their parents' rows? Key blocks in side inputs. */
package io.datalchemy.beam.keys;
