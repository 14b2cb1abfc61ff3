/** Which shapes of rows make every CHECK hold by construction? The solver. */
package io.datalchemy.constraint.solving;
