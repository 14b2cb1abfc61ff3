/** Which generators and transforms are there, and what can each of them produce? */
package io.datalchemy.catalogue;
