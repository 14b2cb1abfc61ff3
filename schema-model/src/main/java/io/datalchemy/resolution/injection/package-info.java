/** Which rows are to be broken on purpose, how, and can it be done without breaking more? */
package io.datalchemy.resolution.injection;
