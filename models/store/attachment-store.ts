/** Files what is known of each photo; the photo itself lies in the object store. */
import { Attachment, type Attachments } from '../conversation/attachment.ts';
import { keys } from './keys.ts';
import { isFree, type Table } from './table.ts';

export function openAttachmentStore(table: Table): Attachments {
  return {
    async save(attachment) {
      await table.put({ ...keys.attachment(attachment.id), kind: 'attachment', record: attachment }, isFree);
    },
    async find(id) {
      const item = await table.get(keys.attachment(id));
      return item === undefined ? undefined : Attachment.parse(item['record']);
    },
  };
}
