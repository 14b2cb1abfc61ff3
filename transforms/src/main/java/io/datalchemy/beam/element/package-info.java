/** How do descriptors and receipts travel between steps? Their coder, grouping and digest. */
package io.datalchemy.beam.element;
