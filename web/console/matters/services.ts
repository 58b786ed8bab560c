/** The services of the catalogue by name, for choosing and for showing; asked for once. */
import { ref } from 'vue';
import { useWorkplace } from '../state/workplace.ts';

const services = ref<{ id: string; nameZh: string; nameEn: string }[]>([]);
let asked = false;

export function useServices() {
  const { connection, language } = useWorkplace();
  if (!asked) {
    asked = true;
    void connection.request<{ services: typeof services.value }>('GET', '/api/matters/services').then((answer) => {
      if (answer.ok) services.value = answer.value.services;
      else asked = false;
    });
  }
  const nameOf = (id: string): string => {
    const found = services.value.find((service) => service.id === id);
    return found === undefined ? id : language.value === 'zh' ? found.nameZh : found.nameEn;
  };
  return { services, nameOf };
}
