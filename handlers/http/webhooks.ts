/** The managers' window to other systems that listen: who they are, what went out to them, what they answered. */
import * as z from 'zod';
import { actOnWebhook, changeWebhook, listWebhooks, registerWebhook } from '../../functions/webhook/keep-webhooks.ts';
import { listDeliveries, replayDelivery } from '../../functions/webhook/show-deliveries.ts';
import {
  ActOnWebhook,
  ChangeWebhook,
  ListDeliveries,
  RegisterWebhook,
  ReplayDelivery,
} from '../../models/webhook/requests.ts';
import { openWindow, staffRoute } from './window.ts';

export const handler = openWindow({
  'GET /api/webhooks': staffRoute('keep-webhooks', z.strictObject({}), listWebhooks),
  'POST /api/webhooks': staffRoute('keep-webhooks', RegisterWebhook, registerWebhook),
  'PUT /api/webhooks/{id}': staffRoute('keep-webhooks', ChangeWebhook, changeWebhook),
  'POST /api/webhooks/{id}/acts': staffRoute('keep-webhooks', ActOnWebhook, actOnWebhook),
  'GET /api/webhooks/{id}/deliveries': staffRoute('keep-webhooks', ListDeliveries, listDeliveries),
  'POST /api/webhooks/{id}/deliveries/{event}/again': staffRoute('keep-webhooks', ReplayDelivery, replayDelivery),
});
