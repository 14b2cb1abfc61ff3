/** Which generators and transforms can be called, and is a call of one right? */
package io.datalchemy.registry;
