import { roomWords } from '../../models/phrasebook/room-words.ts';
import { officeOverHttp } from './office-over-http.ts';
import { startPage } from './page-start.ts';
import { mountRoomPage } from './room-page.ts';

startPage((root, wishes) => mountRoomPage(root, officeOverHttp(roomWords(wishes.language).openFailed), wishes));
